import { differenceOf } from '../run/difference.ts';
import { optionLabel } from '../run/labels.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { type Run, textOrNull } from '../run/run.ts';
import type { Patch } from '../run/snapshot.ts';

/** A part in a deal is called by whose and which it is; that of somebody who is no user any more keeps its name. */
export const nameTeam = (run: Run, parts: readonly TwentyRecord[]): readonly Patch[] =>
  parts.flatMap((part) => {
    const member = run.names.get(textOrNull(part.memberId) ?? '');
    const role = textOrNull(part.dealRole);
    if (!member) return [];
    const words = [member, role && optionLabel('tagOpportunityMember', 'dealRole', role, run.settings.noticeLanguage)];
    return differenceOf(part, { name: words.filter(Boolean).join(' · ') }) ?? [];
  });
