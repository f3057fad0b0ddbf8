export default definePageConfig({ navigationBarTitleText: '晚到的记录' });
