import type { Language } from '../../objects/taxonomy/types.ts';
import { type FaultCode, type FaultData, faultText } from '../messages/fault.ts';

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

  in(language: Language): string {
    return faultText(this.code, language, this.data);
  }
}
