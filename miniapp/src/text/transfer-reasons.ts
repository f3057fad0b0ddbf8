import { defineText, type Reader } from './define';

/** Why a trip, or somebody on it, goes another way. */
export const transferReasonsText = defineText({
  zh: {
    why: '为什么',
    'r-SITE_CLOSED': '那边接不了',
    'r-OTHER_NEED': '这些人不适合那里',
    'r-COMES_LATER': '改天再来',
    'r-NOT_NEEDED': '不用接了',
    'r-AT_HOME': '已经到家了，不用接',
    'r-NOBODY_GOES': '车上没有人要接了',
    'off-because': '取消了：{why}',
    'r-ENGINE': '车开不动',
    'r-ACCIDENT': '碰了车',
    'r-AFRAID': '害怕、不放心',
    'r-NOT_TOLD': '没人跟他说过',
    'r-FAMILY': '家里走不开',
    'r-OTHER_REASON': '别的原因',
  },
  en: {
    why: 'Why',
    'r-SITE_CLOSED': 'They cannot take anybody',
    'r-OTHER_NEED': 'Not the right place for them',
    'r-COMES_LATER': 'Comes another day',
    'r-NOT_NEEDED': 'Not needed',
    'r-AT_HOME': 'At home already, nobody to fetch',
    'r-NOBODY_GOES': 'Nobody is left to be fetched',
    'off-because': 'Called off: {why}',
    'r-ENGINE': 'The car does not run',
    'r-ACCIDENT': 'An accident',
    'r-AFRAID': 'Afraid',
    'r-NOT_TOLD': 'Was not told',
    'r-FAMILY': 'Cannot leave the family',
    'r-OTHER_REASON': 'Something else',
  },
});

/** Why somebody does not go, or a whole trip does not; undefined where this version has no words for it. */
export function whyWord(t: Reader<typeof transferReasonsText.zh>, code: string | undefined): string | undefined {
  const key = `r-${code}`;
  // reasons have no places to fill
  return key in transferReasonsText.zh ? t(key as 'r-AT_HOME') : undefined;
}
