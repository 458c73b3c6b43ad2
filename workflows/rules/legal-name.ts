import { damageIn, folded } from './characters.ts';
import { expression } from './expression.ts';
import { type Finding, finding } from './finding.ts';
import { simplify } from './simplify.ts';

const MIN = 4;
const MAX = 100;
/** How names in the registers of companies, bodies, associations and shops end, in Simplified. */
const CHINESE_ENDINGS = expression(
  '(?:公司|集团|合伙|合伙企业|企业|厂|矿|场|店|铺|坊|行|号|馆|堂|室|园|庄|农庄|站|社|所|处|部|中心|基地|银行|会|院|校|大学|中学|小学|学|班|幼儿园|局|厅|委|政府|政协|人大|海关|法院|检察院|队|段|台|库|港|码头|酒吧|网吧|水吧|茶吧|超市|大厦|广场|酒家|酒楼|饭庄|山庄|公寓|影城|美食城|家居城|家具城|建材城|灯具城|书城|俱乐部|联盟|联社|总社|分社|支部|机构|农户|种植户|养殖户|个体户|办公室|会社|房|楼|苑|阁|轩|斋|屋|寺|庙|祠|村|沙龙|网点|收购点|加工点|经营点|代办点|服务点|摊|摊位|专柜|档口|门市|署|办|团|组|监狱|公墓|社区|街道|连锁|组织|作坊|批发城|批发市场|农贸市场|渔船|车队)$',
);
/** The same abroad, without dots and accents, a blank between words. */
const FOREIGN_ENDINGS =
  /(?:^|\s)(?:inc|incorporated|ltd|limited|llc|llp|lp|lllp|plc|pllc|pc|corp|corporation|co|company|gmbh|ggmbh|ug|ag|kg|kgaa|ohg|ev|eg|mbh|se|bv|nv|vof|cv|ba|sa|sas|sasu|sarl|sa rl|eurl|snc|sci|spa|srl|srls|sapa|sl|slu|sau|sl u|sc|sa de cv|s de rl de cv|sab de cv|ltda|lda|eirl|me|epp|sdn bhd|bhd|pte|pty|pty ltd|pvt|tbk|pt|kk|yk|gk|ab|as|asa|aps|a\/s|oy|oyj|ab oy|hf|ehf|sp z oo|sp j|doo|ood|eood|ad|ead|dd|jsc|pjsc|ojsc|cjsc|zao|oao|pao|ooo|sro|ro|kft|zrt|nyrt|bt|rt|ou|uab|sia|eesti|dmcc|fze|fzco|fzc|wll|bsc|kscc|sae|saog|group|holding|holdings|trust|foundation|association|society|university|college|school|institute|hospital|bank|council|ministry|agency|authority|cooperative|co-op|union|partners|partnership|bureau|department|office|club)$/;
const MARKS = expression('[\\u0300-\\u036f]', 'g');
/** What stands behind a name in brackets: the form of a partnership, a place, a remark. */
const BRACKETS_AT_END = expression('\\s*\\([^()]*\\)$');
const INDIVIDUAL = expression('\\(个体工商户\\)$');
/** What stands before a Japanese or Korean name, or for it. */
const OTHER_FORMS = expression('株式会社|有限会社|合同会社|^\\(株\\)|\\(株\\)$|주식회사|^\\(주\\)|\\(주\\)$|유한회사');
/** Also what stands before the name: OOO "X", PT X Tbk, AB X. */
const FOREIGN_BEGINNINGS = expression('^(?:ооо|оао|зао|пао|ао|ooo|oao|zao|pao|pt|ab|as|sia|uab|cv|ud)\\s');
const PASSED_OVER = expression('[\\s\u00b7\\-_/\\\\、,.。()"\']', 'g');
const PUNCTUATED_END = expression('[,.;:!?，。；：！？、]$');

const FOLDED = new Map<string, string>();

/**
 * The key under which two names are the same: every dash, bracket and full-width form folded, Simplified, lower case,
 * without spaces, brackets, the usual separators and what cannot be seen. Empty for an empty name, and for a damaged
 * one: what two damaged names have in common is the damage.
 */
export const nameKey = (name: string): string => {
  const known = FOLDED.get(name);
  if (known !== undefined) return known;
  const key = damageIn(name) ? '' : simplify(folded(name).toLowerCase()).replace(PASSED_OVER, '');
  // Names come again and again, in every judgement of a batch; a small memory spares the folding.
  if (FOLDED.size >= 5_000) FOLDED.clear();
  FOLDED.set(name, key);
  return key;
};

/** A name without what stands in brackets behind it. */
const withoutRemark = (name: string): string => {
  const shorter = name.replace(BRACKETS_AT_END, '');
  return shorter === name || shorter === '' ? name : withoutRemark(shorter);
};

/** Whether a name ends as those of companies abroad do, dots and all. */
const endsAsForeign = (name: string): boolean => {
  const plain = name.normalize('NFD').replace(MARKS, '').replace(/\./g, '').replace(/,\s*/g, ' ').replace(/\s+/g, ' ');
  return FOREIGN_ENDINGS.test(plain);
};

/** Whether a name has the form of one that stands in a register. */
const looksLegal = (name: string): boolean => {
  // As nearly every name of a customer ends; no form of writing has other characters for it.
  if (name.endsWith('公司')) return true;
  const text = simplify(folded(name).toLowerCase());
  if (INDIVIDUAL.test(text) || OTHER_FORMS.test(text) || FOREIGN_BEGINNINGS.test(text)) return true;
  const bare = withoutRemark(text);
  return CHINESE_ENDINGS.test(bare) || (!/[,;:!?]$/.test(bare) && endsAsForeign(bare));
};

/**
 * Hints that a customer's name is not its full legal name (2.1.1). Warnings only: foreign and new forms exist. The
 * name of an individual business may be any.
 */
export const checkLegalName = (name: string, isIndividual = false): readonly Finding[] => {
  const text = folded(name);
  if (text === '') return [];
  // A character takes one unit or two: within these bounds they need no counting.
  const length = text.length >= 2 * MIN && text.length <= MAX ? text.length : [...text].length;
  const problems: Finding[] = [];
  if (length < MIN) problems.push(finding('NAME_TOO_SHORT', 'WARNING', { min: MIN }));
  if (length > MAX) problems.push(finding('NAME_TOO_LONG', 'WARNING', { max: MAX }));
  const isLegal = isIndividual || looksLegal(text);
  const last = name.trim().slice(-1);
  if (PUNCTUATED_END.test(last) && !(last === '.' && isLegal)) {
    problems.push(finding('NAME_PUNCTUATION', 'WARNING', { found: last }));
  }
  if (length >= MIN && !isLegal) problems.push(finding('NAME_SHORT_FORM', 'WARNING'));
  return problems;
};
