export default definePageConfig({ navigationBarTitleText: '门磁提醒' });
