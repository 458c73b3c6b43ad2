import { hash32 } from '../rules/digest.ts';

/** A block of a text as Twenty's editor keeps it. What else it bears is kept as it is. */
type Block = Readonly<Record<string, unknown>>;

const isBlock = (value: unknown): value is Block =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The words of a block's content, which is a list of texts and of links around texts; of a table there are none. */
const wordsOf = (content: unknown): string => {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.map((part) => (isBlock(part) ? String(part.text ?? wordsOf(part.content)) : '')).join('');
};

const hasChildren = ({ children }: Block): boolean => Array.isArray(children) && children.length > 0;

/** A block of the application's bears in its name what it said: one that says other now is somebody's. */
const nameOf = (at: number, text: string): string => `tag-policy.${at}.${hash32(text).toString(36)}`;
const NAME = /^tag-policy\.\d+\.(\w+)$/;

const blockOf = (text: string, at: number): Block => ({
  id: nameOf(at, text),
  type: 'paragraph',
  props: {},
  content: [{ type: 'text', text, styles: {} }],
  children: [],
});

const isUntouched = (block: Block): boolean => {
  const [, mark] = NAME.exec(String(block.id)) ?? [];
  return mark === hash32(wordsOf(block.content)).toString(36) && !hasChildren(block);
};

const isBlank = (block: Block): boolean =>
  block.type === 'paragraph' && wordsOf(block.content).trim() === '' && !hasChildren(block);

/** The blocks of a text; none where it cannot be read as blocks. */
const blocksOf = (text: string | null): readonly Block[] => {
  try {
    const blocks: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(blocks) ? blocks.filter(isBlock) : [];
  } catch {
    return [];
  }
};

/** The text of a task as Twenty's editor keeps it, of its paragraphs. */
export const taskText = (paragraphs: readonly string[]): string => JSON.stringify(paragraphs.map(blockOf));

/**
 * The text of a task that says other than it did: its paragraphs, and below them what people wrote into it, as they wrote
 * it. Null where it says nothing new.
 * @param before as Twenty's editor keeps it
 */
export const reworded = (before: string | null, paragraphs: readonly string[]): string | null => {
  const blocks = blocksOf(before);
  const own = paragraphs.map(blockOf);
  // A text from before blocks were named is known by what it says.
  const isOwn = (block: Block) =>
    isUntouched(block) || (!hasChildren(block) && paragraphs.includes(wordsOf(block.content)));
  const said = blocks.filter(isOwn).map(({ content }) => wordsOf(content));
  if (said.length === paragraphs.length && paragraphs.every((text, at) => text === said[at])) return null;
  const typed = blocks.filter((block) => !isOwn(block));
  const first = typed.findIndex((block) => !isBlank(block));
  const last = typed.findLastIndex((block) => !isBlank(block));
  return JSON.stringify([...own, ...(first < 0 ? [] : typed.slice(first, last + 1))]);
};
