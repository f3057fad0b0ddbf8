import type { NoticeAudience } from '@grid-relief/shared-types/notices/notice-codes';
import { defineText, type Reader } from './define';
import { noticesEn } from './notice-words/en';
import { noticesZh } from './notice-words/zh';

/** The inbox: the server sends a code, the words are here. `w-CODE`, and `w-CODE-AUDIENCE` where one code reads differently. */
export const noticesText = defineText({ zh: noticesZh, en: noticesEn });

type TitleKey = Extract<keyof typeof noticesText.zh, `w-${string}`>;

function isTitle(key: string): key is TitleKey {
  return key in noticesText.zh;
}

type Addressed = { readonly code: string; readonly audience?: NoticeAudience | undefined };

/** The title of a notice for whom it addresses; a code of a newer server says that something changed. */
export function noticeWords(t: Reader<typeof noticesText.zh>, { code, audience }: Addressed): string {
  const own = `w-${code}-${audience ?? ''}`;
  const common = `w-${code}`;
  return t(isTitle(own) ? own : isTitle(common) ? common : 'w-other');
}
