import { asText, type Value } from '../judgement/values.ts';
import { compactCreditCode } from '../rules/credit-code.ts';
import { nameKey } from '../rules/legal-name.ts';
import type { TwentyRecord } from '../run/record-change.ts';

const keysOf = ({ name, tagCreditCode }: TwentyRecord): readonly [name: string, code: string] => [
  nameKey(asText(name as Value)),
  compactCreditCode(asText(tagCreditCode as Value)),
];

/** Whether two customers are another and bear one name or one credit code, in whichever spelling (5.2.7). */
export const isLikeCustomer = (left: TwentyRecord, right: TwentyRecord): boolean => {
  const [[name, code], [otherName, otherCode]] = [keysOf(left), keysOf(right)];
  return left.id !== right.id && ((name !== '' && name === otherName) || (code !== '' && code === otherCode));
};
