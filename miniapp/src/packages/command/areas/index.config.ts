export default definePageConfig({ navigationBarTitleText: '区划调整' });
