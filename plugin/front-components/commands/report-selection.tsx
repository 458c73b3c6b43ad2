import { type ReactNode, useState } from 'react';
import { changeCauses, KINDS_WITH_REASON, NOTICE_KINDS, noticeKinds } from '../../../objects/taxonomy/notice-kinds.ts';
import type { GovernedObject, Language } from '../../../objects/taxonomy/types.ts';
import { EMPTY_REPORT, ReportForm, reportBody } from '../parts/report-form.tsx';
import { useCompleteSubject } from '../subject.ts';
import { useSay } from '../use-say.ts';
import { SelectionForm } from './selection-form.tsx';

const choicesOf = (object: GovernedObject | null, language: Language) =>
  (object ? NOTICE_KINDS[object] : []).flatMap((value) => {
    const label = noticeKinds.find((kind) => kind.value === value)?.label[language];
    return label ? [{ value, label, ...(KINDS_WITH_REASON.has(value) ? { needsReason: true as const } : {}) }] : [];
  });

const causesOf = (object: GovernedObject | null, language: Language) =>
  object === 'tagProduct' ? changeCauses.map(({ value, label }) => ({ value, label: label[language] })) : [];

/** Reports one change of the selected records. */
export const ReportSelection = (): ReactNode => {
  const [draft, setDraft] = useState(EMPTY_REPORT);
  const object = useCompleteSubject()?.object ?? null;
  const { language } = useSay();
  return (
    <SelectionForm title="reportTitle">
      {({ say, isBusy, send, cancel }) => (
        <ReportForm
          say={say}
          kinds={choicesOf(object, language)}
          causes={causesOf(object, language)}
          draft={draft}
          isBusy={isBusy}
          onChange={setDraft}
          onSend={() => send({ path: 'report', body: reportBody(draft), verb: 'verbReport' })}
          onCancel={cancel}
        />
      )}
    </SelectionForm>
  );
};
