/** Where words depart from a text (both without white space): the longest beginning of them that does stand there. */
export function departure(words: string, text: string): string {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (text.includes(words.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low === 0
    ? '引文开头就与原文不同'
    : `从“${words.slice(Math.max(0, low - 6), low)}”之后与原文不同：“${words.slice(low, low + 10)}”`;
}
