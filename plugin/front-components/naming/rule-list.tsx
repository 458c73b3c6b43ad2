import type { ReactNode } from 'react';
import { namingRules } from '../../../workflows/dictionary/naming-guide.ts';
import { STYLES, useLook } from '../look.ts';
import { Icon } from '../parts/icon.tsx';
import { Tag } from '../parts/tag.tsx';
import { useSay } from '../use-say.ts';
import { nameShown } from './name-shown.ts';
import { NAMING_WORDS } from './naming-words.ts';

/** The naming rules, each by a name that breaks it. */
export const RuleList = (): ReactNode => {
  const { language } = useSay();
  const look = useLook();
  return (
    <>
      <p style={{ ...STYLES.plain, marginBottom: 8 }}>{NAMING_WORDS.intro[language]}</p>
      <ul style={STYLES.list}>
        {namingRules(language).map((rule) => (
          <li key={`${rule.name} ${rule.problem}`} style={STYLES.item}>
            <Icon name={rule.isRefused ? 'cross' : 'warning'} color={rule.isRefused ? look.bad : look.warn} />
            <div>
              <span style={STYLES.row}>
                <strong>{nameShown(rule, language)}</strong>
                <Tag tone={rule.isRefused ? 'bad' : 'warn'}>
                  {NAMING_WORDS[rule.isRefused ? 'refused' : 'warned'][language]}
                </Tag>
              </span>
              <div>{rule.problem}</div>
              <div style={{ color: look.muted }}>{rule.mending}</div>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
};
