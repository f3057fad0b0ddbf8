import { defineText } from './define';

/** What a home hears while the community sees to it: never why. */
export const inCareText = defineText({
  zh: { title: '社区正在处理', note: '有事随时打电话。', call: '打给网格员' },
  en: { title: 'The community is seeing to it', note: 'Call at any time.', call: 'Call the grid worker' },
});
