export default definePageConfig({ navigationBarTitleText: '要来的人' });
