import { folded as foldCharacters } from './characters.ts';
import { type Finding, finding } from './finding.ts';
import { once } from './once.ts';
import { whyUnreadable } from './why-unreadable.ts';

const ATOM = "!#$%&'*+/=?^_`{|}~-";
/** What a local part and a domain look like, letters and letters or digits given as character classes. */
const localOf = (word: string): string => `^[${word}${ATOM}]+(?:\\.[${word}${ATOM}]+)*$`;
const domainOf = (word: string, letter: string): string =>
  `^(?:[${word}](?:[${word}-]{0,61}[${word}])?\\.)+(?:[${letter}]{2,63}|xn--[a-z0-9-]{1,59})$`;

/** Nearly every address is ASCII; the expressions for the others are slow to make and wait until one comes. */
const asciiLocal = new RegExp(localOf('a-zA-Z0-9'));
const asciiDomain = new RegExp(domainOf('a-z0-9', 'a-z'));
const anyLocal = once(() => new RegExp(localOf('\\p{L}\\p{N}'), 'u'));
const anyDomain = once(() => new RegExp(domainOf('\\p{L}\\p{N}', '\\p{L}'), 'iu'));

const ASCII = /^[\s!-~]*$/;
const SEVERAL = /@.*@/;

const isLocal = (text: string): boolean => asciiLocal.test(text) || anyLocal().test(text);
const isDomain = (text: string): boolean => asciiDomain.test(text) || anyDomain().test(text);

/** An address as it is stored: trimmed, full-width folded, without what is invisible, the domain in lower case. */
export const normalizeEmail = (address: string): string => {
  // Within ASCII every sign is its own: braces and accents may stand in an address.
  const folded = ASCII.test(address) ? address.trim() : foldCharacters(address);
  const at = folded.lastIndexOf('@');
  return at < 0 ? folded : `${folded.slice(0, at)}@${folded.slice(at + 1).toLowerCase()}`;
};

/** Checks the form of an e-mail address (2.1.6), not whether somebody reads it. */
export const checkEmail = (address: string): readonly Finding[] => {
  const normal = normalizeEmail(address);
  const at = normal.lastIndexOf('@');
  const local = normal.slice(0, Math.max(at, 0));
  const isValid =
    at > 0 && normal.length <= 254 && local.length <= 64 && isLocal(local) && isDomain(normal.slice(at + 1));
  return isValid ? [] : [finding('EMAIL_INVALID', 'ERROR', whyUnreadable(address, SEVERAL.test(normal)))];
};
