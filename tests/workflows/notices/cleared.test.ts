import { describe, expect, it } from 'vitest';
import type { GovernedObject } from '../../../objects/taxonomy/index.ts';
import type { Values } from '../../../workflows/judgement/values.ts';
import { changesBetween, seenOf as seenWith } from '../../../workflows/memory/seen.ts';
import { acrossClearing, clearedTags } from '../../../workflows/notices/cleared.ts';
import type { Baseline } from '../../../workflows/pipeline/baseline.ts';

/** As remembered with a key. */
const seenOf = (object: GovernedObject, values: Values) => seenWith(object, values, 'key');

const SOFTWARE = seenOf('company', { tagBusinessScope: '软件', tagRegion: 'JIANGSU' });
const HARDWARE = seenOf('company', { tagBusinessScope: '硬件', tagRegion: 'BEIJING' });
const memory = (more: Partial<Baseline>): Baseline => ({
  version: 1,
  since: '2026-09-01T00:00:00.000Z',
  status: 'PENDING',
  seen: {},
  enterers: [],
  tasks: [],
  ...more,
});
const told = (changes: ReturnType<typeof changesBetween>) =>
  changes.map(({ tag, kind, before, after }) => [tag.name, kind, before, after]);

describe('what is remembered of emptied tags', () => {
  it('those a report is made of, as they were last seen', () => {
    const changes = changesBetween('company', SOFTWARE, {});
    expect(clearedTags(changes, memory({ seen: SOFTWARE }), {})).toEqual({
      tagBusinessScope: SOFTWARE.tagBusinessScope,
    });
  });

  it('until they are filled again', () => {
    const old = memory({ cleared: { tagBusinessScope: 'x', tagCreditCode: 'y' } });
    expect(clearedTags([], old, {})).toEqual({ tagBusinessScope: 'x', tagCreditCode: 'y' });
    expect(clearedTags([], old, HARDWARE)).toEqual({ tagCreditCode: 'y' });
  });

  it('nothing at a first sight, and nothing of what was filled or changed', () => {
    expect(clearedTags([], null, SOFTWARE)).toEqual({});
    const changes = [...changesBetween('company', {}, SOFTWARE), ...changesBetween('company', SOFTWARE, HARDWARE)];
    expect(clearedTags(changes, memory({ seen: SOFTWARE }), {})).toEqual({});
  });
});

describe('a change across a clearing', () => {
  const filled = changesBetween('company', {}, HARDWARE);

  it('is a change from what was there before', () => {
    const old = memory({ cleared: { tagBusinessScope: SOFTWARE.tagBusinessScope ?? '' } });
    expect(told(acrossClearing(filled, old))).toEqual([
      ['tagRegion', 'FILLED', null, null],
      ['tagBusinessScope', 'CHANGED', '软件', '硬件'],
    ]);
  });

  it('is none when the tag is as it was', () => {
    const old = memory({ cleared: { tagBusinessScope: HARDWARE.tagBusinessScope ?? '' } });
    expect(told(acrossClearing(filled, old))).toEqual([['tagRegion', 'FILLED', null, null]]);
  });

  it('is a first entry where nothing was', () => {
    expect(acrossClearing(filled, memory({}))).toEqual(filled);
    expect(acrossClearing(filled, null)).toEqual(filled);
  });

  it('leaves changes of other kinds alone', () => {
    const changes = changesBetween('company', SOFTWARE, HARDWARE);
    expect(acrossClearing(changes, memory({ cleared: { tagBusinessScope: 'x' } }))).toEqual(changes);
  });
});
