import type { ManifestObject } from '../manifest.ts';
import { type Finding, isApiName, isReserved, MOST_CHARACTERS, type Rule, refused } from './rule.ts';
import type { Site } from './site.ts';

const INVALID = 'INVALID_OBJECT_INPUT';

const subjectOf = ({ universalIdentifier, nameSingular, namePlural }: ManifestObject) => ({
  universalIdentifier,
  namePlural,
  nameSingular,
});

type Judge = (object: ManifestObject, site: Site) => readonly (readonly [what: string, remedy: string])[];

const each =
  (judge: Judge): Rule['check'] =>
  (site) =>
    site.manifest.objects.flatMap((object): readonly Finding[] =>
      judge(object, site).map(([what, remedy]) => ({
        subject: subjectOf(object),
        where: object.nameSingular,
        what,
        remedy,
      })),
    );

const namesOf = ({ nameSingular, namePlural }: ManifestObject): readonly string[] => [nameSingular, namePlural];

const isTaken = (object: ManifestObject, site: Site): boolean => {
  const before = site.manifest.objects.slice(0, site.manifest.objects.indexOf(object));
  const others = [
    ...[...site.objects.values()].filter((one) => !one.isOwn),
    ...(site.taken.objects ?? []),
    ...before,
  ].flatMap(({ nameSingular, namePlural }) => [nameSingular, namePlural]);
  return namesOf(object).some((name) => others.includes(name));
};

export const objectRules: readonly Rule[] = [
  refused(
    'objectMetadata',
    INVALID,
    'names of objects',
    each((object) =>
      namesOf(object)
        .filter((name) => !isApiName(name) || name.length > MOST_CHARACTERS)
        .map((name) => [
          `the name "${name}" cannot be one of the API`,
          `begin with a small letter, then letters and digits, ${MOST_CHARACTERS} at most`,
        ]),
    ),
  ),
  refused(
    'objectMetadata',
    INVALID,
    'reserved names of objects',
    each((object) =>
      namesOf(object)
        .filter(isReserved)
        .map((name) => [`the name "${name}" is Twenty's own`, 'choose another, such as one with a prefix']),
    ),
  ),
  refused(
    'objectMetadata',
    INVALID,
    'one name for one and for many',
    each(({ nameSingular, namePlural }) =>
      nameSingular.trim().toLowerCase() === namePlural.trim().toLowerCase()
        ? [[`"${nameSingular}" is both the name of one and of many`, 'give the plural another name']]
        : [],
    ),
  ),
  refused(
    'objectMetadata',
    INVALID,
    'labels of objects',
    each(({ labelSingular = '', labelPlural = '' }) =>
      [labelSingular, labelPlural]
        .filter((label) => label.length < 1 || label.length > MOST_CHARACTERS)
        .map((label) => [
          `the label "${label}" has ${label.length} characters`,
          `give singular and plural a label of 1 to ${MOST_CHARACTERS}`,
        ]),
    ),
  ),
  refused(
    'objectMetadata',
    'OBJECT_ALREADY_EXISTS',
    'an object of that name is there',
    each((object, site) =>
      isTaken(object, site)
        ? [[`another object is called "${object.nameSingular}" or "${object.namePlural}"`, 'choose another name']]
        : [],
    ),
  ),
];
