import { findLabel } from '../../objects/taxonomy/labels.ts';
import { objectEntry } from '../../objects/taxonomy/objects.ts';
import { GOVERNED_OBJECTS, type Language, OBJECT_NAMES, type ObjectName } from '../../objects/taxonomy/types.ts';
import { LIST_SEPARATORS, type PhraseKey, phrase, phraseCatalogs } from '../messages/phrase.ts';
import { optionLabel } from '../run/labels.ts';
import type { HealthCode, HealthFinding } from './judge-health.ts';

/** A finding in words: what is the matter, and what to do; null where nothing is to be done. */
export interface HealthWords {
  readonly message: string;
  readonly advice: string | null;
}

/** Names shown before the rest is only counted. */
const MOST_NAMES = 10;

const isNamed = (object: string): object is ObjectName => OBJECT_NAMES.some((name) => name === object);

/** Data as words show them: lists strung together, codes by their labels. */
const shown = ({ data }: HealthFinding, language: Language): Readonly<Record<string, string | number>> => {
  const words: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(data)) {
    if (typeof value === 'string' || typeof value === 'number') words[name] = value;
    else {
      const list = value.length > MOST_NAMES ? [...value.slice(0, MOST_NAMES), '…'] : value;
      words[name] = list.join(LIST_SEPARATORS[language]);
    }
  }
  if (typeof data.duty === 'string') words.duty = optionLabel('tagMember', 'duties', data.duty, language);
  if (data.sweep === 'full' || data.sweep === 'hourly') words.sweep = phrase(`health.sweep.${data.sweep}`, language);
  if (data.backup === 'full' || data.backup === 'any') {
    words.backup = phrase(`health.backup.${data.backup}`, language);
  }
  if (typeof data.tag === 'string') {
    const object = String(data.object);
    const list = findLabel(object, data.tag, language) ?? data.tag;
    words.list = `${isNamed(object) ? objectEntry(object).label[language] : object} / ${list}`;
    words.address = `${object}.${data.tag}`;
  }
  words.objects = GOVERNED_OBJECTS.filter((object) => Number(data[object] ?? 0) > 0)
    .map((object) => {
      const name = objectEntry(object).labelPlural[language];
      return phrase('health.count', language, { count: Number(data[object]), name });
    })
    .join(LIST_SEPARATORS[language]);
  return words;
};

/** The page of Twenty where a finding is put right, where there is one. */
const PLACES: Partial<Readonly<Record<HealthCode, ObjectName>>> = {
  DUTY_UNFILLED: 'tagMember',
  PROFILE_MISSING: 'tagMember',
  PROFILE_DUPLICATE: 'tagMember',
  PROFILE_WITHOUT_USER: 'tagMember',
  AGREEMENTS_MISSING: 'tagAgreement',
  CALENDAR_PROVISIONAL: 'tagCalendarDay',
  DAY_DUPLICATE: 'tagCalendarDay',
  NOTICES_OVERDUE: 'tagChangeNotice',
  BACKUP_LATE: 'tagBackup',
  BACKUP_ONE_PLACE: 'tagBackup',
  DRILL_FAILED: 'tagBackup',
  DRILL_LATE: 'tagBackup',
};

/** Where a finding is put right: the button's words and the address of the page; null where no page does it. */
export const healthPlace = (
  { code }: HealthFinding,
  language: Language,
): { readonly label: string; readonly location: string } | null => {
  const place = PLACES[code];
  if (!place) return null;
  const { labelPlural, plural } = objectEntry(place);
  return { label: phrase('health.open', language, { name: labelPlural[language] }), location: `/objects/${plural}` };
};

const isPhrase = (key: string): key is PhraseKey => key in phraseCatalogs.en;

/** What a finding means and what to do about it. */
export const healthWords = (finding: HealthFinding, language: Language): HealthWords => {
  const data = shown(finding, language);
  const advice = `health.do.${finding.code}`;
  return {
    message: phrase(`health.${finding.code}`, language, data),
    advice: isPhrase(advice) ? phrase(advice, language, data) : null,
  };
};
