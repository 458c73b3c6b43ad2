import { findLabel } from '../../objects/taxonomy/labels.ts';
import type { Language } from '../../objects/taxonomy/types.ts';
import { type FaultCode, type FaultData, faultText } from '../messages/fault.ts';

/** The tags in which the fields that people fill in are kept: they know them by their labels. */
const KEPT_IN: Readonly<Record<string, readonly [object: string, tag: string]>> = {
  kind: ['tagChangeNotice', 'kind'],
  occurredAt: ['tagChangeNotice', 'occurredAt'],
  description: ['tagChangeNotice', 'description'],
  cause: ['tagChangeNotice', 'cause'],
  note: ['company', 'tagActionNote'],
  returnedTags: ['company', 'tagReturnedTags'],
  groups: ['company', 'tagCheckedGroups'],
  appeal: ['tagAssessment', 'appeal'],
};

const labelOf = (field: string, language: Language): string => {
  const [object = '', tag = ''] = KEPT_IN[field] ?? [];
  return findLabel(object, tag, language) ?? field;
};

/** A request that cannot be carried out as it is. Its words are made for whoever asked, in their language. */
export class RequestFault extends Error {
  readonly code: FaultCode;
  readonly data: FaultData;

  constructor(code: FaultCode, data: FaultData = {}) {
    super(faultText(code, 'en', data));
    this.name = 'RequestFault';
    this.code = code;
    this.data = data;
  }

  /** In words for whoever wrote the request: a field by its name. */
  in(language: Language): string {
    return faultText(this.code, language, this.data);
  }

  /** In words for whoever filled in a form: a field by its label. */
  toPeople(language: Language): string {
    const { field } = this.data;
    const data = typeof field === 'string' ? { ...this.data, field: labelOf(field, language) } : this.data;
    return faultText(this.code, language, data);
  }

  /** The field of the request that is wrong, by its name, where it is one. */
  place(): { readonly field?: string } {
    const { field } = this.data;
    return typeof field === 'string' ? { field } : {};
  }
}
