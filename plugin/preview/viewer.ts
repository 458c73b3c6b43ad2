import { universalIdentifier } from '../../objects/define/universal-identifier.ts';
import { LANGUAGES, type Language } from '../../objects/taxonomy/types.ts';
import { accessByRole, type ObjectAccess } from '../embedded/actor.ts';
import type { ObjectModel } from '../embedded/model.ts';
import { type Person, people, roles } from '../embedded/sample-people.ts';
import type { Workspace } from '../embedded/workspace.ts';

/** Through whose eyes a page is looked at, and how. */
export interface Viewer {
  readonly person: Person;
  readonly locale: string;
  readonly language: Language;
  readonly scheme: 'light' | 'dark';
  /** What their role lets them do. */
  readonly accessTo: (object: ObjectModel) => ObjectAccess;
}

const personOf = (key: string | null): Person => {
  const person = people.find((candidate) => candidate.key === key) ?? people[0];
  if (!person) throw new Error('The sample team has nobody in it');
  return person;
};

const LANGUAGE =
  'mutation Language($id: UUID!, $data: WorkspaceMemberUpdateInput!) {updateWorkspaceMember(id: $id, data: $data) { id }}';

/** In Twenty the language of the page is the person's own, and routes answer in it: here the person follows the page. */
const speak = async (workspace: Workspace, { id }: Person, locale: string): Promise<void> => {
  await workspace.client(workspace.apiKey).request(LANGUAGE, { id, data: { locale } });
};

/** Reads who looks from an address: `person`, `role` (their own unless it names another), `locale`, `scheme`. */
export const viewerOf = async (workspace: Workspace, wanted: URLSearchParams): Promise<Viewer> => {
  const person = personOf(wanted.get('person'));
  const locale = wanted.get('locale') ?? 'en';
  const role = universalIdentifier('role', roles.find(({ key }) => key === wanted.get('role'))?.key ?? person.role);
  await speak(workspace, person, locale);
  workspace.giveRole(person.id, role);
  return {
    person,
    locale,
    language: LANGUAGES.find((language) => language === locale) ?? 'en',
    scheme: wanted.get('scheme') === 'dark' ? 'dark' : 'light',
    accessTo: accessByRole(workspace.manifest, workspace.model, role),
  };
};
