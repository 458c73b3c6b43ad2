import { type defineCommandMenuItem, isSelectAll, noneDefined, selectedRecords } from 'twenty-sdk/define';
import { objectIdentifier } from '../../objects/define/standard.ts';
import { universalIdentifier } from '../../objects/define/universal-identifier.ts';
import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import { COMMAND_WORDS, type CommandName, SHORT_COMMAND_WORDS } from '../commands/command-words.ts';
import { FRONT_COMPONENTS } from '../front-components/identifiers.ts';

export type CommandConfig = Parameters<typeof defineCommandMenuItem>[0];

/** Who reviews sees the credit record too; whoever does not would find a button that refuses. */
const IS_REVIEWER = 'objectPermissions.canUpdateObjectRecords and targetObjectReadPermissions.tagCredit';
const AWAITS_REVIEW = `pageType == "RECORD_PAGE" and everyEquals(selectedRecords, "tagReviewStatus", "PENDING") and ${IS_REVIEWER}`;
const CHECK_IS_DUE =
  'pageType == "RECORD_PAGE" and objectPermissions.canUpdateObjectRecords and (everyEquals(selectedRecords, "tagCheckState", "DUE") or everyEquals(selectedRecords, "tagCheckState", "OVERDUE"))';

/** When a command stands as a button at the head of the record. */
const PINNED_WHEN: Partial<Readonly<Record<CommandName, string>>> = {
  approve: AWAITS_REVIEW,
  return: AWAITS_REVIEW,
  confirm: CHECK_IS_DUE,
};

/**
 * A command on the selected records of an object: in Ctrl-K, in the menu of a selection, and as a button at the head of
 * a record where it is what comes next.
 */
export const commandConfig = (object: GovernedObject, command: CommandName): CommandConfig => {
  const pinnedWhen = PINNED_WHEN[command];
  return {
    universalIdentifier: universalIdentifier('commandMenuItem', `${object}.${command}`),
    label: COMMAND_WORDS[command].en,
    shortLabel: SHORT_COMMAND_WORDS[command].en,
    availabilityType: 'RECORD_SELECTION',
    availabilityObjectUniversalIdentifier: objectIdentifier(object),
    // Not on the whole of a list, whose records Twenty does not name one by one, and on nothing that is deleted. The
    // build takes what stands here as it is written, as an expression for Twenty to evaluate.
    conditionalAvailabilityExpression: !isSelectAll && noneDefined(selectedRecords, 'deletedAt'),
    ...(pinnedWhen ? { isPinned: true, conditionalPinnedExpression: pinnedWhen } : {}),
    frontComponentUniversalIdentifier: FRONT_COMPONENTS[command],
  };
};
