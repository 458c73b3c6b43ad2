import { type ReactNode, useId, useState } from 'react';
import type { GuideObject } from '../../../workflows/dictionary/naming-guide.ts';
import { fill } from '../fill.ts';
import { STYLES, useLook } from '../look.ts';
import { Button } from '../parts/button.tsx';
import { useSay } from '../use-say.ts';
import { matchingTags } from './matching-tags.ts';
import { NAMING_WORDS } from './naming-words.ts';
import { TagEntry } from './tag-entry.tsx';

/** The tags of the policy: of one object at a time, or those of all that a search finds. */
export const TagGuide = ({ objects }: { readonly objects: readonly GuideObject[] }): ReactNode => {
  const { language } = useSay();
  const look = useLook();
  const id = useId();
  const [chosen, setChosen] = useState('company');
  const [search, setSearch] = useState('');
  const open = (key: string): void => {
    setSearch('');
    setChosen(key);
  };
  const isSearch = search.trim() !== '';
  const shown = objects
    .filter(({ key }) => isSearch || key === chosen)
    .map((object) => ({ ...object, groups: matchingTags(object.groups, search) }))
    .filter(({ groups }) => groups.length > 0);
  const count = shown.flatMap(({ groups }) => groups.flatMap(({ tags }) => tags)).length;
  return (
    <div style={STYLES.column}>
      <div>
        <label htmlFor={id} style={{ display: 'block', marginBottom: 4 }}>
          {NAMING_WORDS.search[language]}
        </label>
        <input
          id={id}
          type="search"
          value={search}
          style={STYLES.field(look)}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      <fieldset aria-label={NAMING_WORDS.objects[language]} style={{ ...STYLES.row, margin: 0, padding: 0, border: 0 }}>
        {objects.map(({ key, label }) => (
          <Button key={key} isMain={!isSearch && key === chosen} onClick={() => open(key)}>
            {label}
          </Button>
        ))}
      </fieldset>
      <p role="status" style={{ ...STYLES.plain, color: look.muted }}>
        {fill(NAMING_WORDS.found[language], { count })}
      </p>
      {shown.map(({ key, label, groups }) =>
        groups.map((group) => (
          <section key={`${key}.${group.key}`} aria-label={`${label} · ${group.label}`}>
            <h4 style={STYLES.heading}>
              {label} · {group.label}
            </h4>
            <ul style={STYLES.list}>
              {group.tags.map((tag) => (
                <TagEntry key={tag.key} tag={tag} />
              ))}
            </ul>
          </section>
        )),
      )}
    </div>
  );
};
