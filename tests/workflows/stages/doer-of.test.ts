import { describe, expect, it } from 'vitest';
import { rosterOf } from '../../../workflows/run/roster.ts';
import { doerOf } from '../../../workflows/stages/doer-of.ts';
import { NOW, runAt } from '../hand-made.ts';

const PROFILES = [
  { id: 'm1', workspaceMemberId: 'owner', managerId: 'm2' },
  { id: 'm2', workspaceMemberId: 'manager' },
  { id: 'm3', workspaceMemberId: 'expert' },
  { id: 'm4', workspaceMemberId: 'assistant', jobPosition: 'SALES_ASSISTANT' },
];
const run = runAt(NOW, {
  roster: rosterOf(
    PROFILES,
    PROFILES.map(({ workspaceMemberId }) => ({ id: workspaceMemberId })),
  ),
});
const part = (id: string, memberId: string | null, dealRole: string | null = 'SOLUTION') => ({
  id,
  memberId,
  dealRole,
});
const deal = (...parts: ReturnType<typeof part>[]) => ({
  id: 'o',
  ownerId: 'owner',
  tagTeam: { edges: parts.map((node) => ({ node })) },
});
const SOLUTION = { role: 'SOLUTION' } as const;
const ASSISTANT = { position: 'SALES_ASSISTANT' } as const;

describe('whose a stage’s task is', () => {
  it.each([
    ['the owner’s, whoever takes part', 'OWNER', deal(part('1', 'expert')), 'owner'],
    ['the manager’s, whoever takes part', 'MANAGER', deal(part('1', 'expert')), 'manager'],
    ['of whoever has the role', SOLUTION, deal(part('1', 'assistant', 'LEAD'), part('2', 'expert')), 'expert'],
    ['of the first of two, whatever their order', SOLUTION, deal(part('2', 'expert'), part('1', 'manager')), 'manager'],
    ['the owner’s where nobody has the role', SOLUTION, deal(part('1', 'expert', 'DELIVERY')), 'owner'],
    ['the owner’s where the role has nobody', SOLUTION, deal(part('1', null)), 'owner'],
    ['the owner’s where who had it is no user any more', SOLUTION, deal(part('1', 'gone')), 'owner'],
    [
      'the next one’s where who had it is no user any more',
      SOLUTION,
      deal(part('1', 'gone'), part('2', 'expert')),
      'expert',
    ],
    ['of whoever holds the position', ASSISTANT, deal(part('1', 'expert'), part('2', 'assistant', null)), 'assistant'],
    ['the owner’s where no one of the team holds it', ASSISTANT, deal(part('1', 'expert')), 'owner'],
    ['the owner’s where there is no team', ASSISTANT, deal(), 'owner'],
  ] as const)('%s', (_what, who, record, whose) => expect(doerOf(run, record, who)).toBe(whose));
});
