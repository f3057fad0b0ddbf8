export default definePageConfig({ navigationBarTitleText: '等医生看的药' });
