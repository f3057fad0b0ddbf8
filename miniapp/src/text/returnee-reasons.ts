import { defineText, type Reader, wordOr } from './define';

/** Why the rules ask for what they ask (c-) and what they could not tell (q-). */
export const reasonsText = defineText({
  zh: {
    'on-day': '{month}月{date}日',
    'c-RISK_STAY': '去过 {area}，现在是风险区（{leftOn} 离开）',
    'c-REST_OF_COUNTY': '去过的县里有风险区（{leftOn} 离开）',
    'c-CITY_WITH_CASES': '去过有病例的城市（{leftOn} 离开）',
    'c-OTHER_PROVINCE': '从外省来（{leftOn} 离开），落地检测、健康监测',
    'c-CONTACT': '是接触者',
    'c-OVERSEAS': '从国外回来',
    'c-DISCHARGED': '刚出院',
    'c-NOTHING_FOUND': '不用隔离，到了报一声就行',
    'c-other': '有了新进展',
    'q-WHICH_STREET': '具体在哪条街道',
    'q-CODE_UNEXPLAINED': '码变色的原因',
    'q-STAR_UNEXPLAINED': '行程码带星的原因',
    'q-LOCAL_RULE': '当地怎么定的',
    'q-other': '还有一点没说清',
  },
  en: {
    'on-day': '{date}.{month}.',
    'c-RISK_STAY': 'Was in {area}, a risk area now (left {leftOn})',
    'c-REST_OF_COUNTY': 'Was in a county with risk areas (left {leftOn})',
    'c-CITY_WITH_CASES': 'Was in a city with cases (left {leftOn})',
    'c-OTHER_PROVINCE': 'Comes from another province (left {leftOn}): test on arrival, followed',
    'c-CONTACT': 'Is a contact',
    'c-OVERSEAS': 'Comes from abroad',
    'c-DISCHARGED': 'Has just left hospital',
    'c-NOTHING_FOUND': 'No quarantine; just say when you are here',
    'c-other': 'Something changed',
    'q-WHICH_STREET': 'Which street exactly',
    'q-CODE_UNEXPLAINED': 'Why the code changed colour',
    'q-STAR_UNEXPLAINED': 'Why the trip card has a star',
    'q-LOCAL_RULE': 'What was decided there',
    'q-other': 'Something is not clear yet',
  },
});

type ReasonsReader = Reader<typeof reasonsText.zh>;

/** A day as people write it; the server says `2022-05-17`. */
function dayWords(t: ReasonsReader, day: string | number | undefined): string {
  const [, month, date] = /^\d{4}-(\d{2})-(\d{2})$/.exec(String(day)) ?? [];
  return month && date ? t('on-day', { month: Number(month), date: Number(date) }) : '';
}

/** Why somebody is asked for what is asked, as a sentence. */
export function reasonWords(
  t: ReasonsReader,
  { code, values }: { readonly code: string; readonly values: Readonly<Record<string, string | number>> },
): string {
  const key = `c-${code}`;
  if (!(key in reasonsText.zh)) return t('c-other');
  // filled with all there is: each sentence takes what it names
  return t(key as 'c-RISK_STAY', { area: '', ...values, leftOn: dayWords(t, values.leftOn) });
}

/** What the rules could not tell, as a question. */
export const questionWords = (t: ReasonsReader, code: string) => wordOr(t, reasonsText, `q-${code}`, 'q-other');
