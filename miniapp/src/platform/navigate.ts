import Taro, { useRouter } from '@tarojs/taro';

/** The way in for everybody; also where "back" leads when there is nothing behind. */
export const homePage = '/pages/home/index';

export type PageParams = Readonly<Record<string, string>>;

function address(page: string, params: PageParams = {}): string {
  const query = Object.entries(params)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  return query === '' ? page : `${page}?${query}`;
}

/** What Taro keeps of an open page; `$taroParams` holds what it was opened with, beside marks of Taro's own. */
type OpenedPage = { readonly route?: string; readonly $taroParams?: Readonly<Record<string, unknown>> };

const withoutSlash = (path: string) => path.replace(/^\//, '');
const isOwnMark = (name: string) => name.startsWith('$') || name === 'stamp';

function isOpenAt({ route = '', $taroParams = {} }: OpenedPage, page: string, params: PageParams): boolean {
  const known = Object.entries($taroParams).filter(([name]) => !isOwnMark(name));
  return (
    withoutSlash(route) === withoutSlash(page) &&
    known.length === Object.keys(params).length &&
    known.every(([name, value]) => decode(String(value)) === params[name])
  );
}

/**
 * Opens a page on top of this one, or goes back to it where it lies below: from door to door a run stays one page, not
 * seven. `page` is a full path, e.g. `/packages/grid/queue/index`; params carry ids only, never personal data.
 */
export async function openPage(page: string, params: PageParams = {}): Promise<void> {
  const opened: readonly OpenedPage[] = Taro.getCurrentPages();
  const at = opened.map((each) => isOpenAt(each, page, params)).lastIndexOf(true);
  if (at >= 0 && at < opened.length - 1) {
    await Taro.navigateBack({ delta: opened.length - 1 - at });
    return;
  }
  try {
    await Taro.navigateTo({ url: address(page, params) });
  } catch {
    // WeChat keeps ten pages at most; beyond that the new one takes this one's place
    await Taro.redirectTo({ url: address(page, params) });
  }
}

/** Puts a page in the place of this one (role bar, after a form was sent). */
export async function replacePage(page: string, params?: PageParams): Promise<void> {
  await Taro.redirectTo({ url: address(page, params) });
}

/** Closes everything and begins at the page (after signing in or out). */
export async function restartAt(page: string, params?: PageParams): Promise<void> {
  await Taro.reLaunch({ url: address(page, params) });
}

/** One step back, or home when this page was opened from outside. */
export async function goBack(): Promise<void> {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack();
  else await Taro.reLaunch({ url: homePage });
}

/** What this page was opened with; WeChat leaves values encoded, so they are decoded here. */
export function usePageParams(): PageParams {
  const { params } = useRouter();
  const named = Object.entries(params).filter(([name]) => !name.startsWith('$'));
  return Object.fromEntries(named.map(([name, value]) => [name, decode(value ?? '')]));
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
