import { expect, it } from 'vitest';
import { namesOfPeople } from '../../../workflows/run/people.ts';

const actor = (workspaceMemberId: string | null, name: unknown, source = 'MANUAL') => ({
  source,
  workspaceMemberId,
  name,
});
const PROFILE = { workspaceMemberId: 'w', name: '王志强' };
const USER = { id: 'w', name: { firstName: 'Zhiqiang', lastName: 'Wang' } };
const WRITTEN = { createdBy: actor('w', '志强 王'), updatedBy: actor('l', '晓梅 林') };

it.each([
  ['by the profile first', [PROFILE], [USER], [WRITTEN], { w: '王志强', l: '晓梅 林' }],
  ['by the workspace without a profile', [], [USER], [WRITTEN], { w: 'Zhiqiang Wang', l: '晓梅 林' }],
  ['by what they wrote when they were removed', [], [], [WRITTEN], { w: '志强 王', l: '晓梅 林' }],
  ['not by a profile without a name', [{ ...PROFILE, name: ' ' }], [USER], [], { w: 'Zhiqiang Wang' }],
  [
    'not where nobody is named',
    [{ ...PROFILE, workspaceMemberId: null }],
    [],
    [{ createdBy: null, updatedBy: actor(null, 'Tag Policy', 'APPLICATION') }, {}],
    {},
  ],
])('people are called %s', (_what, members, users, written, expected) => {
  expect(Object.fromEntries(namesOfPeople({ members, users }, written))).toEqual(expected);
});
