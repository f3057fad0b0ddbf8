import { defineText, type Reader, wordOr } from './define';
import { historyEn } from './history-words/en';
import { historyZh } from './history-words/zh';
import { type teamsText, teamWords } from './teams';

/** What happened to a request and who did it, in a neighbour's words: actions (a-), the doer (by-), and what came late. */
export const historyText = defineText({ zh: historyZh, en: historyEn });

type HistoryReader = Reader<typeof historyText.zh>;

/** What an action did; takes the table's name (`confirm`) and the endpoint's (`deliveryConfirm`). */
export function actionWords(t: HistoryReader, name: string): string {
  const short = name.replace(/^delivery([A-Z])/, (_, first: string) => first.toLowerCase());
  return wordOr(t, historyText, `a-${short}`, 'a-other');
}

type Somebody = { readonly label: string; readonly team?: string | undefined; readonly self?: boolean | undefined };

/** Who did something: the reader, a person by masked name and team, or the system, which the server names in capitals. */
export function personWords(
  t: HistoryReader,
  teams: Reader<typeof teamsText.zh>,
  { label, team, self }: Somebody,
): string {
  if (self === true) return t('by-self');
  const name = `by-${label}` in historyText.zh ? wordOr(t, historyText, `by-${label}`, 'by-STAFF') : label;
  return [name, teamWords(teams, team)].filter(Boolean).join(' ');
}
