/**
 * Text for the status bar, where `$(name)` would become an icon. The text may hold what a log or a folder is
 * named, so a zero-width space keeps the two characters apart.
 */
export function statusBarText(text: string): string {
  return text.replaceAll('$(', '$\u200b(');
}
