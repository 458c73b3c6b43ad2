/** MAJOR.MINOR.PATCH, then a pre-release; build metadata says nothing about the order (semver.org 2.0.0). */
const VERSION =
  /^v?(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*)(?:\.(?:0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*))*))?(?:\+[\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*)?$/;

interface Version {
  readonly numbers: readonly string[];
  readonly preRelease: readonly string[];
}

const parse = (text: string): Version | null => {
  const match = VERSION.exec(text.trim());
  if (!match) return null;
  return { numbers: match.slice(1, 4), preRelease: match[4]?.split('.') ?? [] };
};

type Order = -1 | 0 | 1;
const orderOf = <Item>(left: Item, right: Item): Order => (left < right ? -1 : left > right ? 1 : 0);

/** Whole numbers as long as they like: without leading zeros the longer one is the greater. */
const compareNumbers = (left: string, right: string): Order =>
  orderOf(left.length, right.length) || orderOf(left, right);

const isNumber = (part: string): boolean => /^\d+$/.test(part);

/** Numbers by value and before words; words by their characters; fewer parts before more. */
const comparePart = (left: string | undefined, right: string | undefined): Order => {
  if (left === undefined || right === undefined) return orderOf(left !== undefined, right !== undefined);
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right);
  if (isNumber(left) !== isNumber(right)) return isNumber(left) ? -1 : 1;
  return orderOf(left, right);
};

const firstOrder = (length: number, compare: (at: number) => Order): Order => {
  for (let at = 0; at < length; at += 1) {
    const order = compare(at);
    if (order !== 0) return order;
  }
  return 0;
};

const comparePreReleases = (left: readonly string[], right: readonly string[]): Order => {
  // A pre-release comes before its release.
  if (left.length === 0 || right.length === 0) return orderOf(left.length === 0, right.length === 0);
  return firstOrder(Math.max(left.length, right.length), (at) => comparePart(left[at], right[at]));
};

/** Order of two versions by semantic versioning; null when either is no such version. */
export const compareVersions = (left: string, right: string): Order | null => {
  const one = parse(left);
  const other = parse(right);
  if (!one || !other) return null;
  return (
    firstOrder(3, (at) => compareNumbers(one.numbers[at] ?? '', other.numbers[at] ?? '')) ||
    comparePreReleases(one.preRelease, other.preRelease)
  );
};

/** Whether a version is older than the one installed. A version that cannot be read is no reason to refuse. */
export const isDowngrade = (installed: string, wanted: string): boolean => compareVersions(wanted, installed) === -1;
