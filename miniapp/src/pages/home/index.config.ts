export default definePageConfig({ navigationBarTitleText: '网格保供' });
