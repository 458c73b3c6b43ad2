import { type GovernedObject, LANGUAGES, type Language } from '../../objects/taxonomy/types.ts';
import { ASSESSMENT_WORDS } from '../../plugin/front-components/assessment/assessment-words.ts';
import { CARD_WORDS } from '../../plugin/front-components/card/card-words.ts';
import { CHART_WORDS } from '../../plugin/front-components/charts/chart-words.ts';
import { HOLDERS_WORDS } from '../../plugin/front-components/holders/holders-words.ts';
import { INSPECTION_WORDS } from '../../plugin/front-components/inspection/inspection-words.ts';
import { NAMING_WORDS } from '../../plugin/front-components/naming/naming-words.ts';
import { STATUS_WORDS } from '../../plugin/front-components/status/status-words.ts';
import { sayIn, type WordKey } from '../../plugin/front-components/words.ts';
import type { Choices, ShownObject } from '../../plugin/preview/choices.ts';
import { ASSESSED_MEMBER } from '../../plugin/preview/story.ts';

/** A front component with a face, on the records it is for. */
export interface Scene {
  readonly name: string;
  readonly component: string;
  readonly object: ShownObject;
  /** How many records are selected, or the name of one. */
  readonly records: number | string;
  /** A line it must show. */
  readonly says: (language: Language) => string;
}

const panelSays =
  (key: WordKey) =>
  (language: Language): string =>
    sayIn(language)(key);

const panelOf = (object: GovernedObject): Scene => ({
  name: `panel of ${object}`,
  component: 'tag-panel',
  object,
  records: 1,
  says: panelSays('log'),
});

export const scenes: readonly Scene[] = [
  {
    name: 'conversion',
    component: 'conversion-chart',
    object: 'opportunity',
    records: 0,
    says: (language) => CHART_WORDS.conversion[language],
  },
  {
    name: 'industry by product',
    component: 'industry-products-chart',
    object: 'company',
    records: 0,
    says: (language) => CHART_WORDS.industryProducts[language],
  },
  {
    name: 'days in the stage',
    component: 'stage-age-chart',
    object: 'opportunity',
    records: 0,
    says: (language) => CHART_WORDS.stageAge[language],
  },
  {
    name: 'on-time rate',
    component: 'on-time-chart',
    object: 'company',
    records: 0,
    says: (language) => CHART_WORDS.onTime[language],
  },
  {
    name: 'accuracy rate',
    component: 'accuracy-chart',
    object: 'company',
    records: 0,
    says: (language) => CHART_WORDS.accuracy[language],
  },
  {
    name: 'position',
    component: 'management-figures',
    object: 'company',
    records: 0,
    says: (language) => CHART_WORDS.position.openAmount[language],
  },
  {
    name: 'sales against target',
    component: 'target-chart',
    object: 'company',
    records: 0,
    says: (language) => CHART_WORDS.team[language],
  },
  {
    name: 'load',
    component: 'load-chart',
    object: 'company',
    records: 0,
    says: (language) => CHART_WORDS.openTasks[language],
  },
  {
    name: 'status',
    component: 'policy-status',
    object: 'company',
    records: 0,
    says: (language) => STATUS_WORDS.sweeps[language],
  },
  {
    name: 'role holders',
    component: 'role-holders',
    object: 'company',
    records: 0,
    says: (language) => HOLDERS_WORDS.agreement[language],
  },
  {
    name: 'naming guide',
    component: 'naming-guide',
    object: 'company',
    records: 0,
    says: (language) => NAMING_WORDS.search[language],
  },
  {
    name: 'key figures',
    component: 'quality-figures',
    object: 'company',
    records: 0,
    says: (language) => CHART_WORDS.approvedCustomers[language],
  },
  panelOf('company'),
  panelOf('opportunity'),
  panelOf('tagProduct'),
  panelOf('tagMember'),
  {
    name: 'decision card',
    component: 'decision-card',
    object: 'opportunity',
    records: 1,
    says: (language) => CARD_WORDS.risks[language],
  },
  {
    name: 'assessment',
    component: 'assessment-sheet',
    object: 'tagMember',
    records: ASSESSED_MEMBER,
    says: (language) => ASSESSMENT_WORDS.rectification[language],
  },
  {
    name: 'inspection',
    component: 'inspection-sheet',
    object: 'tagInspection',
    records: 1,
    says: (language) => INSPECTION_WORDS.sample[language],
  },
  {
    name: 'bulletin',
    component: 'monthly-bulletin',
    object: 'company',
    records: 0,
    says: (language) => ASSESSMENT_WORDS.setting[language],
  },
  { name: 'return', component: 'return-tags', object: 'company', records: 3, says: panelSays('sendReturn') },
  { name: 'report', component: 'report-tags', object: 'company', records: 3, says: panelSays('sendReport') },
];

export interface View {
  readonly language: Language;
  readonly scheme: 'light' | 'dark';
  /** Short name of somebody of the sample team. */
  readonly person?: string;
  /** Key of a role of the policy; the person's own without it. */
  readonly role?: string;
}

export const ENGLISH: View = { language: 'en', scheme: 'light' };
/** Every language by day and by night. */
export const VIEWS: readonly View[] = LANGUAGES.flatMap((language) => [
  { language, scheme: 'light' },
  { language, scheme: 'dark' },
]);

/** Address of a scene in the preview. */
export const addressOf = (
  { url, choices }: { readonly url: string; readonly choices: Choices },
  scene: Pick<Scene, 'component' | 'object' | 'records'>,
  { language, scheme, person = 'chen', role = '' }: View,
): string => {
  const { records: wantedRecords } = scene;
  const all = choices.records[scene.object];
  const records = (
    typeof wantedRecords === 'number' ? all.slice(0, wantedRecords) : all.filter(({ name }) => name === wantedRecords)
  ).map(({ id }) => id);
  const wanted = {
    component: scene.component,
    object: scene.object,
    records: records.join(','),
    locale: language,
    scheme,
  };
  return `${url}/preview/frame?${new URLSearchParams({ ...wanted, person, role })}`;
};
