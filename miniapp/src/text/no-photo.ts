import { defineText } from './define';

/** When no photo was taken: whoever carries says so, and may try again. */
export const noPhotoText = defineText({
  zh: {
    title: '照片没拍成',
    allow: '要是手机不让拍，请在手机设置里允许用相机。',
    again: '再拍一次',
    'why-receipt': '要有小票照片，垫的钱才好还给您。填好的价钱都还在。',
  },
  en: {
    title: 'No photo was taken',
    allow: 'If the phone does not let you, allow the camera in its settings.',
    again: 'Take it again',
    'why-receipt': 'With a photo of the receipt you get back what you paid. The prices you entered are kept.',
  },
});
