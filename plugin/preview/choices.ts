import { type GovernedObject, LANGUAGES, type Language, perGovernedObject } from '../../objects/taxonomy/types.ts';
import { type Person, people, type Role, roles } from '../embedded/sample-people.ts';
import type { Row } from '../embedded/table.ts';
import type { Workspace } from '../embedded/workspace.ts';
import { layoutOf } from './layout.ts';

/** Objects on whose records components stand. */
export type ShownObject = GovernedObject | 'tagInspection';

/** What the preview page lets one choose from. */
export interface Choices {
  /** Names of the dashboards, which are pages of their own. */
  readonly dashboards: readonly string[];
  readonly components: readonly { readonly name: string; readonly description: string; readonly isHeadless: boolean }[];
  readonly people: readonly Person[];
  /** Roles to see it in. */
  readonly roles: readonly Role[];
  readonly records: Readonly<Record<ShownObject, readonly { readonly id: string; readonly name: string }[]>>;
  readonly languages: readonly Language[];
}

const named = (row: Row): { readonly id: string; readonly name: string } => ({
  id: String(row.id),
  name: String(row.name ?? row.id),
});

export const choicesOf = (workspace: Workspace): Choices => ({
  dashboards: layoutOf(workspace.manifest).pageLayouts.map(({ name }) => name),
  components: (workspace.manifest.frontComponents ?? []).map(
    ({ universalIdentifier, name, description, isHeadless }) => ({
      name: name ?? universalIdentifier,
      description: description ?? '',
      isHeadless: isHeadless === true,
    }),
  ),
  people,
  roles,
  records: {
    ...perGovernedObject((object) => workspace.records(object).map(named)),
    tagInspection: workspace.records('tagInspection').map(named),
  },
  languages: LANGUAGES,
});
