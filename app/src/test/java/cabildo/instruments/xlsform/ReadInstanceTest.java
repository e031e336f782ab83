package cabildo.instruments.xlsform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cabildo.instruments.ReadDefinition;
import cabildo.instruments.xlsform.InstanceFault.Why;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ReadInstanceTest {
  private static final InstanceShape SHAPE =
      InstanceShape.of(
          ReadDefinition.read(
              """
              {"title": {"es": "P"}, "languages": ["es"],
               "items": [
                 {"name": "who", "items": [{"name": "age", "type": "integer"}, {"name": "note", "type": "text"}]},
                 {"name": "photo", "type": "image"},
                 {"name": "log", "type": "audit"},
                 {"name": "requests", "repeat": {"count": "2"}, "items": [
                   {"name": "days", "type": "integer"},
                   {"name": "steps", "repeat": {}, "items": [{"name": "what", "type": "text"}]}]}]}
              """));

  @Test
  void elementsBecomeAnswersWithTheTurnsOfTheirRepeats() {
    Instance instance =
        read(
            """
            <?xml version='1.0'?>
            <data xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms" id="f" version="3">
              <who><age> 40 </age><note> a &amp; <![CDATA[<b>]]> </note></who>
              <photo>1.jpg</photo>
              <requests_count>2</requests_count>
              <requests jr:template=""><days>99</days><steps><what>x</what></steps></requests>
              <requests><days>9</days><steps><what>uno</what></steps><steps><what>dos</what></steps></requests>
              <requests><days/><steps><what>tres</what></steps></requests>
              <orx:meta><orx:instanceID>uuid:1</orx:instanceID><orx:deprecatedID>uuid:0</orx:deprecatedID>
                <orx:audit>audit.csv</orx:audit></orx:meta>
            </data>
            """);
    assertThat(instance.formId()).isEqualTo("f");
    assertThat(instance.version()).isEqualTo("3");
    assertThat(instance.instanceId()).isEqualTo("uuid:1");
    assertThat(instance.deprecatedId()).isEqualTo("uuid:0");
    assertThat(instance.files()).containsExactly("1.jpg", "audit.csv");
    assertThat(instance.answers())
        .hasToString(
            "{who/age=40, who/note= a & <b> , photo=1.jpg, requests[1]/days=9,"
                + " requests[1]/steps[1]/what=uno, requests[1]/steps[2]/what=dos,"
                + " requests[2]/steps[1]/what=tres, log=audit.csv}");
  }

  @Test
  void whatTheFormDoesNotKnowIsKeptUnderItsPath() {
    assertThat(
            read("<data id='f'><other><deep>1</deep></other><who><x>2</x></who></data>").answers())
        .containsEntry("other/deep", "1")
        .containsEntry("who/x", "2")
        .hasSize(2);
  }

  @Test
  void documentTypesAndEntitiesAreRefusedBeforeTheyCostAnything() {
    refuses(
        "<!DOCTYPE d [<!ENTITY a 'aa'>]><data id='f'><photo>&a;</photo></data>", Why.DOCUMENT_TYPE);
    refuses("<!DOCTYPE d SYSTEM 'file:///etc/passwd'><data id='f'/>", Why.DOCUMENT_TYPE);
  }

  @Test
  void whatIsNoInstanceIsRefusedWithItsReason() {
    refuses("", Why.NOT_XML);
    refuses("<data id='f'><who></data>", Why.NOT_XML);
    refuses("<data id='f'/><data/>", Why.NOT_XML);
    refuses("<data><who/></data>", Why.NO_FORM_ID);
    refuses("<data id='f'><photo>1</photo><photo>2</photo></data>", Why.TWICE);
    refuses("<data id='f'>" + "<a>".repeat(100) + "</a>".repeat(100) + "</data>", Why.TOO_DEEP);
    refuses("<data id='f'>" + "<a/>".repeat(30_000) + "</data>", Why.TOO_MANY_ELEMENTS);
  }

  @Property(tries = 300)
  void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
    try {
      ReadInstance.read(bytes, (id, version) -> SHAPE);
    } catch (InstanceFault fault) {
      assertThat(fault.why()).isNotNull();
    }
  }

  @Property(tries = 300)
  void anyTextInAnElementIsReadOrRefused(@ForAll String text) {
    try {
      read("<data id='f'><who><note>" + text + "</note></who></data>");
    } catch (InstanceFault fault) {
      assertThat(fault.why()).isNotNull();
    }
  }

  private static Instance read(String xml) {
    return ReadInstance.read(xml.strip().getBytes(StandardCharsets.UTF_8), (id, version) -> SHAPE);
  }

  private static void refuses(String xml, Why why) {
    assertThatThrownBy(() -> read(xml))
        .isInstanceOfSatisfying(
            InstanceFault.class, fault -> assertThat(fault.why()).isEqualTo(why));
  }
}
