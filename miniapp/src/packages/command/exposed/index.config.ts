export default definePageConfig({ navigationBarTitleText: '病倒的志愿者去过的门' });
