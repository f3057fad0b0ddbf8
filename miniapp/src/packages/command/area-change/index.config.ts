export default definePageConfig({ navigationBarTitleText: '一次区划调整' });
