export default definePageConfig({ navigationBarTitleText: '网格单子' });
