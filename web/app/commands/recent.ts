/** What was done lately by the palette, in this browser: ids of commands, which tell nothing of records or people. */
const KEY = 'kinga.lately';
const KEPT = 5;

export function recentCommands(): string[] {
  const text = localStorage.getItem(KEY);
  return text ? text.split(' ').slice(0, KEPT) : [];
}

export function rememberCommand(id: string): void {
  const kept = [id, ...recentCommands().filter((other) => other !== id)].slice(0, KEPT);
  localStorage.setItem(KEY, kept.join(' '));
}

/** At signing out. */
export const forgetCommands = () => localStorage.removeItem(KEY);
