import type { defineCommandMenuItem } from 'twenty-sdk/define';
import { objectIdentifier } from '../../objects/define/standard.ts';
import { universalIdentifier } from '../../objects/define/universal-identifier.ts';
import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import { COMMAND_WORDS, type CommandName } from '../commands/command-words.ts';
import { FRONT_COMPONENTS } from '../front-components/identifiers.ts';

export type CommandConfig = Parameters<typeof defineCommandMenuItem>[0];

/** A command on the selected records of an object, in Ctrl-K and in the menu of a selection. */
export const commandConfig = (object: GovernedObject, command: CommandName): CommandConfig => ({
  universalIdentifier: universalIdentifier('commandMenuItem', `${object}.${command}`),
  label: COMMAND_WORDS[command].en,
  availabilityType: 'RECORD_SELECTION',
  availabilityObjectUniversalIdentifier: objectIdentifier(object),
  frontComponentUniversalIdentifier: FRONT_COMPONENTS[command],
});
