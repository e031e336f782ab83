package cabildo.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cabildo.testing.PagesTest;
import jakarta.servlet.FilterChain;
import org.apache.tomcat.util.http.fileupload.impl.SizeLimitExceededException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@PagesTest
class OversizedUploadsTest {
  @Autowired OversizedUploads uploads;

  private MockHttpServletResponse answer(RuntimeException failure) throws Exception {
    FilterChain chain =
        (_, _) -> {
          throw failure;
        };
    var response = new MockHttpServletResponse();
    uploads.doFilter(new MockHttpServletRequest("POST", "/es/evidence"), response, chain);
    return response;
  }

  @Test
  void whatTheServerCutsOffIsToldBothNumbersInTheReadersLanguage() throws Exception {
    var cut = new SizeLimitExceededException("too large", 60_000_706, 57_671_680);
    var response = answer(new IllegalStateException(cut));
    assertThat(response.getStatus()).isEqualTo(413);
    assertThat(response.getContentAsString().replaceAll("[.,]", ""))
        .contains("60000706", "20000000", "El archivo tiene");
  }

  @Test
  void otherFailuresPass() {
    assertThatThrownBy(() -> answer(new IllegalStateException("something else")))
        .hasMessage("something else");
  }
}
