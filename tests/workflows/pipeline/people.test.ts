import { expect, it } from 'vitest';
import { namesOfPeople } from '../../../workflows/pipeline/people.ts';

const actor = (workspaceMemberId: string | null, name: unknown, source = 'MANUAL') => ({
  source,
  workspaceMemberId,
  name,
});

it.each([
  ['by the profile', [{ workspaceMemberId: 'w', name: '王志强' }], [], { w: '王志强' }],
  [
    'by what was written',
    [],
    [{ createdBy: actor('w', '志强 王'), updatedBy: actor('l', '晓梅 林') }],
    { w: '志强 王', l: '晓梅 林' },
  ],
  [
    'by the profile first',
    [{ workspaceMemberId: 'w', name: '王志强' }],
    [{ updatedBy: actor('w', '志强 王') }],
    { w: '王志强' },
  ],
  [
    'not where the profile has no name',
    [{ workspaceMemberId: 'w', name: ' ' }],
    [{ updatedBy: actor('w', '志强 王') }],
    { w: '志强 王' },
  ],
  [
    'not where nobody is named',
    [{ workspaceMemberId: null, name: '王志强' }],
    [{ createdBy: null, updatedBy: actor(null, 'Tag Policy', 'APPLICATION') }, {}],
    {},
  ],
])('people are called %s', (_what, members, written, expected) => {
  expect(Object.fromEntries(namesOfPeople(members, written))).toEqual(expected);
});
