import { damageIn, folded, trimmed } from './characters.ts';
import { expression } from './expression.ts';
import { type Finding, finding } from './finding.ts';
import { simplify } from './simplify.ts';

const MIN = 4;
const MAX = 100;
/** How names in the registers of companies, bodies, associations and shops end, in Simplified. */
const CHINESE_ENDINGS = expression(
  '(?:公司|集团|合伙|合伙企业|企业|厂|矿|场|店|铺|坊|行|号|馆|堂|室|园|庄|农庄|站|社|所|处|部|中心|基地|银行|会|院|校|大学|中学|小学|学|班|幼儿园|局|厅|委|政府|政协|人大|海关|法院|检察院|队|段|台|库|港|码头|酒吧|网吧|水吧|茶吧|超市|大厦|广场|酒家|酒楼|饭庄|山庄|公寓|影城|美食城|家居城|家具城|建材城|灯具城|书城|俱乐部|联盟|联社|总社|分社|支部|机构|农户|种植户|养殖户|个体户|办公室|会社|房|楼|苑|阁|轩|斋|屋|寺|庙|祠|村|沙龙|网点|客栈|民宿|农家乐|苗圃|商城|商贸城|经营户|收购点|加工点|经营点|代办点|服务点|摊|摊位|专柜|档口|门市|署|办|团|组|监狱|公墓|社区|街道|连锁|组织|作坊|批发城|批发市场|农贸市场|渔船|车队)$',
);
/** The same abroad, without dots and accents, a blank between words. */
const FOREIGN_ENDINGS =
  /(?:^|\s)(?:inc|incorporated|ltd|limited|llc|llp|lp|lllp|plc|pllc|pc|corp|corporation|co|company|gmbh|ggmbh|ug|ag|kg|kgaa|ohg|ev|eg|mbh|se|bv|nv|vof|cv|ba|sa|sas|sasu|sarl|sa rl|eurl|snc|sci|spa|srl|srls|sapa|sl|slu|sau|sl u|sc|sa de cv|s de rl de cv|sab de cv|ltda|lda|eirl|me|epp|sdn bhd|bhd|pte|pty|pty ltd|pvt|tbk|pt|kk|yk|gk|ab|as|asa|aps|a\/s|oy|oyj|ab oy|hf|ehf|sp z oo|sp j|doo|ood|eood|ad|ead|dd|jsc|pjsc|ojsc|cjsc|zao|oao|pao|ooo|sro|ro|kft|zrt|nyrt|bt|rt|ou|uab|sia|eesti|dmcc|fze|fzco|fzc|wll|bsc|kscc|sae|saog|berhad|ek|gbr|ca|sac|saa|sal|fz-llc|llc-fz|ltd sti|limited sirketi|anonim sirketi|aktiengesellschaft|beschrankter haftung|aktiebolag|aktieselskab|naamloze vennootschap|societa per azioni|societe anonyme|sociedad anonima|branch|group|holding|holdings|trust|foundation|association|society|university|college|school|institute|hospital|bank|council|ministry|agency|authority|cooperative|co-op|union|organization|organisation|commission|committee|federation|partners|partnership|bureau|department|office|club)$/;
const MARKS = expression('[\\u0300-\\u036f]', 'g');
const DOTS = expression('[.\u00b7]', 'g');
/** What stands behind a name in brackets: the form of a partnership, a place, a remark. */
const BRACKETS_AT_END = expression('\\s*\\([^()]*\\)$');
/** Forms that the register itself puts in brackets behind a name, whatever the name is. */
const FORM_IN_BRACKETS = expression('\\((?:个体工商户|(?:特殊)?普通合伙|有限合伙)\\)$');
/** What stands before a Japanese or Korean name, or for it. */
const OTHER_FORMS = expression('株式会社|有限会社|合同会社|^\\(株\\)|\\(株\\)$|주식회사|^\\(주\\)|\\(주\\)$|유한회사');
/** Also what stands before the name: OOO "X", PT X Tbk, AB X, Công ty X, Ministry of X; without dots and accents. */
const FOREIGN_BEGINNINGS = expression(
  '^(?:(?:ооо|оао|зао|пао|ао|тов|прат|(?:публичное )?акционерное общество|общество с ограниченнои ответственностью|ooo|oao|zao|pao|pt|ab|as|sia|uab|cv|ud|aktiebolaget|cong ty|ngan hang|tap doan|universit(?:at|e|a)|universidad|(?:the )?(?:university|ministry|department|government|bank|city|state|institute|bureau|embassy) of)\\s|บริษัท)',
);
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
  return shorter === name ? name : withoutRemark(shorter);
};

/** A name as its form abroad is looked for: without accents, dots, also full-width ones, and commas. */
const plainOf = (name: string): string =>
  name.normalize('NFD').replace(MARKS, '').replace(DOTS, '').replace(/,\s*/g, ' ').replace(/\s+/g, ' ');

/** Whether a name has the form of one that stands in a register. */
const looksLegal = (name: string): boolean => {
  // As nearly every name of a customer ends; no form of writing has other characters for it.
  if (name.endsWith('公司')) return true;
  const text = simplify(name.toLowerCase());
  if (FORM_IN_BRACKETS.test(text) || OTHER_FORMS.test(text) || FOREIGN_BEGINNINGS.test(plainOf(text))) return true;
  const bare = withoutRemark(text);
  return CHINESE_ENDINGS.test(bare) || (!/[,;:!?]$/.test(bare) && FOREIGN_ENDINGS.test(plainOf(bare)));
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
  const last = trimmed(name).slice(-1);
  if (PUNCTUATED_END.test(last) && !(last === '.' && isLegal)) {
    problems.push(finding('NAME_PUNCTUATION', 'WARNING', { found: last }));
  }
  if (length >= MIN && !isLegal) problems.push(finding('NAME_SHORT_FORM', 'WARNING'));
  return problems;
};
