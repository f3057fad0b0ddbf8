import { defineText } from './define';

/** The inbox: the server sends a code, the words are here. Codes are the actions of a request and a few of their own. */
export const noticesText = defineText({
  zh: {
    title: '消息',
    none: '没有新消息',
    noneHint: '有人接单、缺货、送到门口时，这里会告诉您。',
    urgent: '急',
    unread: '新',
    about: '单号 {code}',
  },
  en: {
    title: 'Messages',
    none: 'No messages',
    noneHint: 'It tells you here when somebody takes your order, something is sold out, or it is at your door.',
    urgent: 'Urgent',
    unread: 'New',
    about: 'Order {code}',
  },
});
