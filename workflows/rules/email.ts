import { type Finding, finding } from './finding.ts';

const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?:\p{L}{2,63}|xn--[a-z0-9-]{1,59})$/iu;

/** An address as it is stored: trimmed, full-width folded, the domain in lower case. */
export const normalizeEmail = (address: string): string => {
  const folded = address.normalize('NFKC').trim();
  const at = folded.lastIndexOf('@');
  return at < 0 ? folded : `${folded.slice(0, at)}@${folded.slice(at + 1).toLowerCase()}`;
};

/** Checks the form of an e-mail address (2.1.6), not whether somebody reads it. */
export const checkEmail = (address: string): readonly Finding[] => {
  const normal = normalizeEmail(address);
  const at = normal.lastIndexOf('@');
  const local = normal.slice(0, Math.max(at, 0));
  const isValid =
    at > 0 && normal.length <= 254 && local.length <= 64 && LOCAL.test(local) && DOMAIN.test(normal.slice(at + 1));
  return isValid ? [] : [finding('EMAIL_INVALID', 'ERROR')];
};
