import { defineText } from './define';

/** Words for photos that prove something: while one is taken, and for those who may see it. */
export const proofPhotoText = defineText({
  zh: {
    title: '照片',
    RECEIPT: '小票照片',
    DROP: '门口照片',
    HANDOVER: '{time} 交接时的照片',
    DISPUTE: '住户拍的照片',
    'DISPUTE-own': '您拍的照片',
    NOTICE: '签了字的告知书',
    SELF_TEST: '{day}的抗原照片',
    look: '看{what}',
    gone: '照片没取到，有网了再看',
    taken: '照片拍好了',
    remove: '删掉照片',
  },
  en: {
    title: 'Photos',
    RECEIPT: 'Photo of the receipt',
    DROP: 'Photo at the door',
    HANDOVER: 'Photo of the handover, {time}',
    DISPUTE: 'Photo of the household',
    'DISPUTE-own': 'Your photo',
    NOTICE: 'The signed notice',
    SELF_TEST: 'Photo of the self-test, {day}',
    look: 'See: {what}',
    gone: 'The photo could not be fetched; try again with a network',
    taken: 'Photo taken',
    remove: 'Remove the photo',
  },
});
