/** "tagProblems" → "TagProblems": how Twenty makes type and aggregate names from API names. */
export function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
