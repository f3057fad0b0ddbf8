import { carryingEn } from './carrying-words/en';
import { carryingZh } from './carrying-words/zh';
import { defineText } from './define';

/** Words for whoever carries a delivery: in the shop, on the way, at the door, and what went wrong. */
export const carryingText = defineText({ zh: carryingZh, en: carryingEn });
