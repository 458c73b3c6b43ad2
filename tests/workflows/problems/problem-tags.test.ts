import { describe, expect, it } from 'vitest';
import { GOVERNED_OBJECTS, type GovernedObject, tagOf, tagsOf } from '../../../objects/taxonomy/index.ts';
import { tagValue } from '../../../objects/taxonomy/types.ts';
import { problemTags } from '../../../workflows/problems/problem-tags.ts';
import type { Problem } from '../../../workflows/rules/problem.ts';

const about = (tag: string): Problem => ({ code: 'REQUIRED_MISSING', severity: 'ERROR', tag, clause: '', data: {} });
const options = (object: GovernedObject) => tagOf(object, 'tagProblemTags').options?.map(({ value }) => value) ?? [];

describe('the tags with problems', () => {
  it('are named once each, in the order of the taxonomy', () =>
    expect(problemTags('company', ['tagRegion', 'name', 'tagRegion', 'contactName'].map(about))).toEqual([
      'NAME',
      'CONTACT_NAME',
      'TAG_REGION',
    ]));

  it('are nothing, not an empty list, without problems', () => expect(problemTags('company', [])).toBeNull());

  it('leave out what Twenty has no option for', () => expect(problemTags('tagMember', [about('invented')])).toBeNull());

  it.each(GOVERNED_OBJECTS)('of %s can be each tag that is required or entered', (object) => {
    const entered = tagsOf(object).filter(
      ({ role, hidden, required }) => required || (['TAG', 'SUPPORT', 'DERIVED'].includes(role) && !hidden),
    );
    expect(options(object).sort()).toEqual(entered.map(({ name }) => tagValue(name)).sort());
  });
});
